import { Client } from 'pg';

/**
 * A connection whose loss fails its statements and nothing else. The driver tells the loss by an event as well, which
 * ends the process when nobody listens; and between a pool's handing a connection over and its new holder's first
 * look at it nobody does: the server's farewell may come in the very packet that says it is ready.
 */
export class LastingClient extends Client {
  constructor(...config: ConstructorParameters<typeof Client>) {
    super(...config);
    this.on('error', () => undefined);
  }
}
