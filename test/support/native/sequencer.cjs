const { default: Sequencer } = require('@jest/test-sequencer');

/** Folders whose files take minutes, tens of seconds, seconds; the rest takes less. */
const LONGEST = ['/test/integration/', '/test/matrix/', '/test/e2e/'];

function rank({ path }) {
  const found = LONGEST.findIndex((folder) => path.includes(folder));
  return found === -1 ? LONGEST.length : found;
}

/** Where no earlier run is known, the files that take long go first, so that none is left running alone at the end. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

module.exports = LongestFirst;
