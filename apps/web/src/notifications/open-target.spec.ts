import { placeOf } from './open-target.js';

const idOf = (type: string) =>
  btoa(`${type}:3f2504e0-4f89-41d3-9a0c-0305e82c3301`).replaceAll('+', '-').replaceAll('/', '_');

describe('the page of what a notification is about', () => {
  it.each([
    ['ProcurementNeed', '/needs/'],
    ['Capability', '/capabilities/'],
    ['Organization', '/organizations/'],
    ['MatchmakingEvent', '/events/'],
    ['NeedCollection', '/desk/collections/'],
    ['SupplyResponse', '/open#'],
    ['EventRegistration', '/open#'],
  ])('%s has its page at %s', (type, start) => {
    expect(placeOf(idOf(type))).toBe(`${start}${idOf(type)}`);
  });

  it('is the desk for unknown types and broken ids', () => {
    expect(placeOf(idOf('SomethingNew'))).toBe('/desk');
    expect(placeOf('%%%')).toBe('/desk');
  });
});
