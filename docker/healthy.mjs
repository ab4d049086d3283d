/** `node docker/healthy.mjs ADDRESS`: ends well when the address answers with success within four seconds. */
const [address] = process.argv.slice(2);
const answer = await fetch(address, { signal: AbortSignal.timeout(4000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
