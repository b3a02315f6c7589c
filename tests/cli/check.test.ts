import { describe, expect, test } from 'vitest';
import { change, chipgraph, folders } from './program.ts';

describe('chipgraph check', () => {
  test('finds nothing wrong with the facts', async () => {
    const { code, out, err } = await chipgraph(['check']).ended;
    expect(out).toMatch(/^0 problems, \d+ warnings?\n$/);
    expect(err).not.toMatch(/^(?!.*: warning: ).+$/m);
    expect(code).toBe(0);
  });

  test('prints every problem where it stands, and fails', async () => {
    const { data } = folders();
    change(data, 'companies/baidu.yaml', 'name: Baidu', 'nmae: Baidu');
    change(data, 'companies/tencent.yaml', 'home: cn', 'home: chn');
    const { code, out, err } = await chipgraph(['check', '--data', data]).ended;
    expect(err).toMatch(/companies\/baidu\.yaml:1:1: .*name/);
    expect(err).toMatch(/companies\/tencent\.yaml:\d+:\d+: .*chn/);
    expect(out).toMatch(/^\d+ problems, /);
    expect(code).toBe(1);
  });

  test('says that there is no such folder', async () => {
    expect(await chipgraph(['check', '--data', '/nowhere']).ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^no data folder at \/nowhere: .*\n$/),
    });
  });
});

describe('chipgraph', () => {
  test('tells its options and their environment variables', async () => {
    const { out, code } = await chipgraph(['--help']).ended;
    for (const name of ['PORT', 'CHIPGRAPH_HOST', 'CHIPGRAPH_DATA', 'CHIPGRAPH_STORE', 'LOG_LEVEL']) {
      expect(out.replaceAll(/\s+/g, ' ')).toContain(`env: ${name})`);
    }
    expect(code).toBe(0);
  });

  test('tells its version and build', async () => {
    expect((await chipgraph(['--version']).ended).out).toMatch(/^\d+\.\d+\.\d+ \(build [0-9a-f]{16}\)\n$/);
  });
});
