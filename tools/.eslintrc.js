const factory = require('@backstage/cli/config/eslint-factory');

module.exports = factory.createConfigForRole(__dirname, 'node-library', {
  // Tests are declared in loops over tables, and share what `before` prepares
  testRules: { 'no-loop-func': 'off' },
});
