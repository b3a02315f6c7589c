import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a folder of so many files of facts: companies, each with its investments and a person who leads it. */
export function generatedFacts(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-bench-'));
  for (const kind of ['companies', 'people', 'investments', 'places', 'sources']) mkdirSync(join(folder, kind));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write('revision.yaml', 'horizon: 2026-11-25\n');
  write('places/cn.yaml', 'name: China\nkind: country\n');
  write('sources/paper.yaml', 'name: A paper\npublished: 2025-02-01\n');
  const firms = Math.floor((files - 3) / 3);
  for (let i = 0; i < firms; i++) {
    write(`companies/firm-${i}.yaml`, company(i, firms));
    write(
      `people/head-${i}.yaml`,
      `name: Head ${i}\nlinks:\n  - { kind: leads, to: firm-${i}, role: chief, source: paper }\n`,
    );
    write(
      `investments/firm-${i}.yaml`,
      ['2022', '2023', '2024'].map((year, place) => investment(year, i + place)).join(''),
    );
  }
  return folder;
}

function company(i: number, firms: number): string {
  return `name: Firm ${i}
home: cn
kinds: [internet]
claims:
  cash:
    - { stated: ${i + 1}m USD, asOf: 2024-12-31, source: paper }
  ownership:
    - { text: private, asOf: 2024-12-31, source: paper }
links:
  - { kind: sells-to, to: firm-${(i * 7 + 1) % firms}, source: paper }
`;
}

function investment(year: string, amount: number): string {
  return `- kind: capital-expenditure
  period: '${year}'
  claims:
    amount:
      - { stated: ${amount + 1}m CNY, source: paper }
      - { stated: about ${amount + 2}m CNY, evidence: estimated, source: paper }
    growth:
      - { stated: 12 %, source: paper }
`;
}
