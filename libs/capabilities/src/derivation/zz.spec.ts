import { execSync } from 'node:child_process';
import { readBusinessScope } from './business-scope.js';
it('x', () => {
  const lines = execSync(`zcat /work/shared/data/registry/yrd_mfg_companies.tsv.gz | awk 'NR%9001==5' | cut -f1,6`, { encoding: 'utf8' }).split('\n');
  for (const l of lines) { const [n, s] = l.split('\t'); if (s) console.log(n, '\n', s, '\n ->', readBusinessScope(s).map((p) => `${p.phrase}:${p.activity?.[0] ?? '-'}`).join(' | ')); }
  const all = execSync(`zcat /work/shared/data/registry/yrd_mfg_companies.tsv.gz | cut -f6`, { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
  const t = Date.now(); let n = 0; const by: Record<string, number> = {}; const c = new Map<string, number>();
  for (const s of all) for (const p of readBusinessScope(s)) { n++; by[p.activity ?? '-'] = (by[p.activity ?? '-'] ?? 0) + 1; c.set(p.phrase, (c.get(p.phrase) ?? 0) + 1); }
  console.log(n, by, Date.now() - t, c.size, [...c].sort((a, b) => b[1] - a[1]).slice(0, 150).map((x) => x.join(':')).join(' '));
});
