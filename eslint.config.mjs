import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['dist/**', 'node_modules/**', '.vscode-test/**', 'language-server/generated/**', '**/*.mjs'] },
    ...tseslint.configs.recommended,
    {
        rules: {
            '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
            '@typescript-eslint/no-non-null-assertion': 'off',
            'eqeqeq': 'error',
            'no-console': ['error', { allow: ['error'] }],
        },
    },
    { files: ['cli/**', 'test/**', 'bench/**', 'scripts/**'], rules: { 'no-console': 'off' } },
);
