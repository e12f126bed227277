import office from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const officeRules = [
  'call-sync-after-load', 'call-sync-before-read', 'load-object-before-read', 'no-context-sync-in-loop', 'no-empty-load',
  'no-navigational-load', 'no-office-initialize', 'test-for-null-using-isNullObject',
];
const programs = ['Office', 'Excel', 'OfficeExtension', 'wps', 'Application'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    plugins: { 'office-addins': office },
    rules: {
      ...Object.fromEntries(officeRules.map(rule => ['office-addins/' + rule, 'error'])),
      // indices are checked where they are made; an address has its parts
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-globals': ['error', ...programs, 'fetch', 'alert', 'confirm', 'prompt', 'structuredClone'],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }, { property: 'insertAdjacentHTML' },
        { object: 'crypto', property: 'randomUUID' }, { object: 'document', property: 'write' }],
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'max-len': ['error', { code: 140 }],
    },
  },
  // only these files know the programs
  { files: ['src/host/excel.ts', 'src/host/wps.ts', 'src/entry/main.ts', 'test/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
);
