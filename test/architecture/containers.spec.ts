import { readFileSync } from 'node:fs';
import { describeSettings } from '@app/kernel';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly restart?: string;
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
}

const text = readFileSync('docker/compose.yaml', 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const OURS = ['migrate', 'api', 'worker'];
/** What other programs read in their containers. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  postgres: ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS'],
  meilisearch: ['MEILI_ENV', 'MEILI_NO_ANALYTICS', 'MEILI_MASTER_KEY'],
  files: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
};

describe('docker/compose.yaml', () => {
  it('runs PostgreSQL, Meilisearch, migrations, API, worker, and storage for files only on demand', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['api', 'files', 'meilisearch', 'migrate', 'postgres', 'worker'].sort(),
    );
    expect(services.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(['files']);
    expect(compose.services['files']?.networks).toEqual(['files']);
  });

  it('publishes everything on the loopback only', () => {
    const ports = services.flatMap(([, { ports = [] }]) => ports);
    expect(ports.length).toBeGreaterThan(4);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('pins the version of every foreign image', () => {
    const images = services.filter(([name]) => !OURS.includes(name)).map(([, { image }]) => image);
    expect(images.filter((image) => !/:v?\d+(\.\d+)*$/.test(image ?? ''))).toEqual([]);
  });

  it('has no password, key or token but those that the operator sets', () => {
    const secrets = services.flatMap(([service, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([name]) => /PASSWORD|KEY|TOKEN|SECRET|DATABASE_URL/.test(name))
        .map(([name, value]) => ({ service, name, value: String(value) })),
    );
    expect(secrets.length).toBeGreaterThan(8);
    const needed = secrets.filter(({ service }) => service !== 'files');
    expect(needed.filter(({ value }) => !/\$\{[A-Z_]+:\?[^}]+\}/.test(value))).toEqual([]);
    // A required variable would be required of those who do not start the profile too; the program itself refuses.
    const optional = secrets.filter(({ service }) => service === 'files');
    expect(optional.map(({ value }) => value)).toEqual(['${S3_ACCESS_KEY:-}', '${S3_SECRET_KEY:-}']);
    expect(text).toContain('$${AWS_SECRET_ACCESS_KEY:?');
    expect(text).not.toMatch(/:-[^}]*(pass|secret|admin|change)/i);
  });

  it('sets only variables that their program knows', () => {
    const settings = [...describeSettings().map(({ name }) => name)];
    const unknown = services.flatMap(([service, { environment = {} }]) =>
      Object.keys(environment).filter((name) => !(FOREIGN[service] ?? settings).includes(name)),
    );
    expect(unknown).toEqual([]);
  });

  it('takes from outside only what its head or docs/configuration.md names', () => {
    const head = text.slice(0, text.indexOf('\nname:'));
    const known = [...describeSettings().map(({ name }) => name), ...(head.match(/[A-Z][A-Z0-9_]+/g) ?? [])];
    const taken = [...text.matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)].map(([, name = '']) => name);
    expect(taken.length).toBeGreaterThan(0);
    expect([...new Set(taken)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('looks at the health of everything that stays, and starts it again', () => {
    for (const [name, { healthcheck, restart }] of services) {
      if (name === 'migrate') {
        expect(healthcheck).toEqual({ disable: true });
        expect(restart).toBe('no');
        continue;
      }
      expect([name, healthcheck?.test?.[0]]).toEqual([name, expect.stringMatching(/^CMD/)]);
      expect([name, restart]).toEqual([name, 'unless-stopped']);
    }
  });

  it('starts API and worker after the migrations, on servers that are well', () => {
    for (const name of ['api', 'worker'])
      expect(compose.services[name]?.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
        meilisearch: { condition: 'service_healthy' },
      });
    expect(compose.services['migrate']?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      meilisearch: { condition: 'service_healthy' },
    });
  });

  it('asks API and worker where they answer', () => {
    for (const [name, port] of [
      ['api', 'METRICS_PORT'],
      ['worker', 'WORKER_METRICS_PORT'],
    ] as const) {
      const { environment = {}, ports = [], healthcheck } = compose.services[name] ?? {};
      const monitor = environment[port];
      expect(ports).toContain(`127.0.0.1:${monitor}:${monitor}`);
      const asked = name === 'api' ? 4000 : monitor;
      expect(healthcheck?.test?.at(-1)).toBe(`http://127.0.0.1:${asked}/health/ready`);
    }
  });

  it('keeps what has to be kept in volumes that are declared', () => {
    const named = services
      .flatMap(([, { volumes = [] }]) => volumes)
      .map((volume) => volume.split(':')[0] ?? '');
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('docker/Dockerfile', () => {
  const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('builds on Node 24, and what it ships has neither build nor development packages', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(images)).toEqual(new Set(['node:24-slim']));
    expect(images).toHaveLength(3);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(last).not.toMatch(/npm |^COPY (apps|libs)/m);
  });

  it('runs as an ordinary user, in production, with a look at its health', () => {
    expect(/^USER (\w+)/m.exec(last)?.[1]).toBe('node');
    expect(last).toContain('NODE_ENV=production');
    expect(last).toMatch(
      /^HEALTHCHECK .*\n +CMD \["node", "docker\/healthy\.mjs", "http:\/\/127\.0\.0\.1:4000\/health\/ready"\]/m,
    );
  });

  it('never takes a file of secrets along', () => {
    expect(readFileSync('docker/Dockerfile.dockerignore', 'utf8').split('\n')).toContain('**/.env');
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env');
  });
});
