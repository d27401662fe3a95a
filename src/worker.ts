import './compile-cache.js';

await import('./worker.process.js');
