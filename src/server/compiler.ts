import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { compileDataset } from '../dataset/compileDataset.ts';
import { mostWaiting, type Sent } from './compileApart.ts';

// The compiler as a thread: it sends the pieces of a revision to whoever writes them, and then what it has found.
const port = parentPort;
if (port !== null) {
  const send = (sent: Sent) => port.postMessage(sent);
  let ahead = 0;
  port.on('message', () => {
    ahead -= 1;
  });
  const compiling = compileDataset(workerData);
  for (let next = compiling.next(); ; next = compiling.next()) {
    if (next.done) {
      send({ found: next.value });
      break;
    }
    send({ piece: next.value });
    ahead += 1;
    while (ahead >= mostWaiting) await once(port, 'message');
  }
  port.close();
}
