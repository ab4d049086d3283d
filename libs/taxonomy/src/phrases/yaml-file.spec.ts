import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readYamlFile } from './yaml-file.js';

const folder = mkdtempSync(join(tmpdir(), 'yaml-'));
const file = join(folder, 'words.yaml');

afterAll(() => rmSync(folder, { recursive: true }));

describe('readYamlFile', () => {
  it('gives the same content when it is read again, and the new one when the file has changed', () => {
    writeFileSync(file, '- { zh: 压铸, numbers: [1, 2.5] }\n');
    const first = readYamlFile(file);
    expect(first).toEqual([{ zh: '压铸', numbers: [1, 2.5] }]);
    expect(readYamlFile(file)).toEqual(first);
    writeFileSync(file, '- { zh: 铸造 }\n');
    expect(readYamlFile(file)).toEqual([{ zh: '铸造' }]);
  });

  it('throws for text that is not YAML, every time', () => {
    writeFileSync(file, '- { zh: [');
    expect(() => readYamlFile(file)).toThrow();
    expect(() => readYamlFile(file)).toThrow();
  });
});
