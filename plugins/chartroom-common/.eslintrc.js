const { builtinModules } = require('node:module');

const message =
  'The core is pure: it knows no disk, network, clock or chance. Take it as an argument.';
const restricted = names => names.map(name => ({ name, message }));
const worldly = [
  ...['process', 'Buffer', 'console', 'require', 'globalThis', 'window'],
  ...['document', 'fetch', 'XMLHttpRequest', 'WebSocket', 'localStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['performance', 'crypto'],
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'no-restricted-globals': ['error', ...restricted(worldly)] },
  // Tests read fixtures and may use what they need
  testRules: { 'no-restricted-globals': 'off' },
  restrictedSrcImports: restricted([
    ...builtinModules,
    ...builtinModules.map(name => `node:${name}`),
  ]),
  restrictedSrcSyntax: [
    "CallExpression[callee.name='Date']",
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "MemberExpression[object.name='Date'][property.name='now']",
    "MemberExpression[object.name='Math'][property.name='random']",
    'ImportExpression',
  ].map(selector => ({ selector, message })),
});
