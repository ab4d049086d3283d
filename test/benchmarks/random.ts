/** Pseudo-random numbers from 0 to 1, always the same for a seed (linear congruential, Numerical Recipes' constants). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
