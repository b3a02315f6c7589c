#!/usr/bin/env node
// Runs the program, built first where its sources have changed. One process, so that signals reach the server itself.
import { build } from './build.mjs';

try {
  await build();
} catch (error) {
  // esbuild has printed what is wrong with the sources, file and line.
  if (!error.errors) throw error;
  process.exit(1);
}
await import('../dist/cli.js');
