import { Command, CommandRunner, Option } from 'nest-commander';
import { DemoClock, loadDemonstration } from '../demo/load-demonstration.js';
import { withPlatform } from '../platform/with-platform.js';

/** `demo`: loads the demonstration data. */
@Command({
  name: 'demo',
  description: 'Loads the demonstration data: invented organizations, capabilities, needs and events.',
})
export class DemoCommand extends CommandRunner {
  override async run(_arguments: string[], options: { ifEmpty?: boolean }): Promise<void> {
    const clock = new DemoClock();
    const started = performance.now();
    await withPlatform(
      async ({ app, settings }) => {
        if (settings.production) throw new Error('Demonstration data is refused when NODE_ENV=production.');
        const loaded = await loadDemonstration(app, clock, options.ifEmpty ?? false);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(
          loaded
            ? `Demonstration data loaded in ${seconds} s.`
            : 'The database is not empty: no demonstration data was loaded.',
        );
      },
      { clock },
    );
  }

  @Option({ flags: '--if-empty', description: 'Only when there is nobody in the database yet.' })
  parseIfEmpty(): boolean {
    return true;
  }
}
