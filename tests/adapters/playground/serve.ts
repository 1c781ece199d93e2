import { startPlayground } from './server.ts';

/** Serves the playground until it is ended from outside: `node serve.ts directory port`. */
const [directory = '.', port = '0'] = process.argv.slice(2);
const { address } = await startPlayground({ directory, port: Number(port) });
console.log(address);
