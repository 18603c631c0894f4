# The command line as an image: docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/project" wiremark generate --check
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22-slim
COPY --from=build /tmp/wiremark-*.tgz /tmp/
RUN npm install --global --ignore-scripts --no-audit --no-fund /tmp/wiremark-*.tgz && rm -rf /tmp/*.tgz /root/.npm
USER node
WORKDIR /project
ENTRYPOINT ["wiremark"]
CMD ["--help"]
