import { Readiness } from '@app/telemetry';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';

/** Whether this process lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  private draining = false;

  constructor(private readonly readiness: Readiness) {}

  /** From now on the process says that it is not ready, so that whoever distributes requests sends them elsewhere. */
  drain(): void {
    this.draining = true;
    this.readiness.require('requests', () => Promise.reject(new Error('draining')));
  }

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.draining) throw new ServiceUnavailableException({ status: 'draining' });
    const missing = await this.readiness.missing();
    if (missing.length > 0)
      throw new ServiceUnavailableException({ status: `unreachable: ${missing.join(', ')}` });
    return { status: 'ok' };
  }
}
