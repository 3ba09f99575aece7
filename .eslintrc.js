const { resolve } = require('node:path');

// What holds for every file; each folder with code adds Backstage's rules for its role.
module.exports = {
  root: true,
  plugins: ['notice'],
  rules: {
    'notice/notice': [
      'error',
      { templateFile: resolve(__dirname, 'tools/licence-header.txt') },
    ],
  },
};
