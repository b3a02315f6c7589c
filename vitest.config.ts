import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the alias vitest loads graphql's ES and CommonJS forms side by side, and schemas of one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    // Files of tests share what they import: to build the schema anew for each would take longer than most of them.
    isolate: false,
    maxWorkers: '100%',
    globalSetup: ['tests/postgres/sharedCluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
