import { onStopSignals } from './launcher.js';

describe('the signals that stop the platform', () => {
  it('stop it once, and at once only when they come again after a while', () => {
    const wishes: string[] = [];
    let now = 1000;
    const deafen = onStopSignals(
      () => wishes.push('stop'),
      () => wishes.push('at once'),
      () => now,
    );
    process.emit('SIGINT');
    now = 1100;
    process.emit('SIGINT');
    expect(wishes).toEqual(['stop']);
    now = 2000;
    process.emit('SIGTERM');
    expect(wishes).toEqual(['stop', 'at once']);
    deafen();
  });
});
