# The command line as an image: docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/project" wiremark generate --check
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN mkdir /packed && npm ci && npm pack --ignore-scripts --pack-destination /packed

FROM node:22-slim
COPY --from=build /packed /packed
RUN npm install --global --ignore-scripts --no-audit --no-fund /packed/*.tgz && rm -rf /packed /root/.npm
USER node
WORKDIR /project
ENTRYPOINT ["wiremark"]
CMD ["--help"]
