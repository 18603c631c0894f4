/** Rules on what is loaded at run time: they look at the compiled code, from which type imports are gone. */
module.exports = {
  forbidden: [
    {
      name: 'heavy-libraries-are-lazy',
      comment: 'A command pays only for what it uses: these are imported inside functions.',
      severity: 'error',
      from: { path: '^dist/', pathNot: '\\.d\\.ts$' },
      to: {
        path: 'node_modules/(protobufjs|handlebars|ts-morph|fast-check|ajv|@babel/code-frame|c12|lossless-json)/',
        dynamic: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
