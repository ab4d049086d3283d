import { Transactions } from '@app/database';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';

/** Whether this process lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  private draining = false;

  constructor(private readonly transactions: Transactions) {}

  /** From now on the process says that it is not ready, so that whoever distributes requests sends them elsewhere. */
  drain(): void {
    this.draining = true;
  }

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.draining) throw new ServiceUnavailableException({ status: 'draining' });
    try {
      await this.transactions.query('select 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'database unreachable' });
    }
    return { status: 'ok' };
  }
}
