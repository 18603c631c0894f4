/** The boundaries between the parts of the house; `npm run check` fails when a line crosses one. */
const stages = ['1-read', '2-link', '3-plan', '4-render', '5-seal'];

/** A heavy library and the only folders that may load it. */
const fence = (name, library, allowed) => ({
  name: `fence-${name}`,
  comment: `${name} stays behind its fence: a command pays only for what it uses.`,
  severity: 'error',
  from: {
    path: '^(cli|diagnostics|generator|conformance|templates)',
    pathNot: [...allowed, '\\.test\\.ts$', '/test/'],
  },
  to: { path: library },
});

module.exports = {
  forbidden: [
    ...stages.map((stage) => ({
      name: `stage-${stage}`,
      comment: 'A stage imports only itself, the model and the diagnostics.',
      severity: 'error',
      from: { path: `^generator/${stage}/`, pathNot: '\\.(test|slow-test)\\.ts$|/test/' },
      to: { path: '^(generator|conformance|templates|cli|scripts)', pathNot: `^generator/(${stage}|ir)/` },
    })),
    {
      name: 'only-the-pipeline-imports-stages',
      severity: 'error',
      from: {
        path: '^(generator|cli|protoc-gen-wiremark|scripts|conformance)',
        pathNot: '^generator/([1-5]-|(generate|load-protocol|plugin/respond)\\.ts)|\\.(test|slow-test)\\.ts$|/test/',
      },
      to: { path: '^generator/[1-5]-' },
    },
    {
      name: 'the-model-imports-nothing',
      severity: 'error',
      from: { path: '^generator/ir/' },
      to: { pathNot: '^generator/ir/' },
    },
    {
      name: 'the-kit-knows-only-packages',
      comment: 'What the kit knows of a protocol it reads from a generated package.',
      severity: 'error',
      from: { path: '^conformance/' },
      to: { path: '^(generator|templates|out)/' },
    },
    {
      name: 'the-generator-does-not-know-the-kit',
      severity: 'error',
      from: { path: '^generator/' },
      to: { path: '^(conformance|templates|out)/' },
    },
    {
      name: 'diagnostics-know-nobody',
      severity: 'error',
      from: { path: '^diagnostics/' },
      to: { path: '^(generator|conformance|templates|out)/' },
    },
    {
      name: 'the-runtime-stands-alone',
      comment: 'A generated package has no dependencies.',
      severity: 'error',
      from: { path: '^templates/runtime/', pathNot: '\\.(test|slow-test)\\.ts$|/test/' },
      to: { pathNot: '^templates/runtime/' },
    },
    fence('protobufjs', 'node_modules/protobufjs', ['^generator/1-read/', '^conformance/reference/']),
    fence('handlebars', 'node_modules/handlebars', ['^generator/4-render/', '^conformance/report/']),
    fence('ts-morph', 'node_modules/ts-morph', ['^generator/5-seal/', '^generator/import/', '^generator/drift/']),
    fence('fast-check', 'node_modules/fast-check', ['^conformance/', '^generator/3-plan/package/reference/example/']),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out|fixtures)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
