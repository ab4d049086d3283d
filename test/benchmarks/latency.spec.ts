import { setImmediate as turn } from 'node:timers/promises';
import { Flights } from './latency.js';

describe('flights', () => {
  it('keeps to the number that may go on at once and ends when all have ended', async () => {
    const flights = new Flights(3);
    let going = 0;
    let most = 0;
    let ended = 0;
    for (let i = 0; i < 20; i++)
      await flights.begin(async () => {
        most = Math.max(most, ++going);
        await turn();
        going--;
        ended++;
      });
    await flights.end();
    expect({ most, ended }).toEqual({ most: 3, ended: 20 });
  });

  it('says what the first failing piece failed with, at the next piece or at the end', async () => {
    const flights = new Flights(1);
    const failing = () => Promise.reject(new Error('no room in the database'));
    await flights.begin(failing);
    await expect(flights.begin(() => Promise.resolve())).rejects.toThrow('no room in the database');
    await expect(flights.end()).rejects.toThrow('no room in the database');
  });
});
