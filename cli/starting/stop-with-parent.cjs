/**
 * Loaded into each service before anything else: when the process that started it is gone, however it died, the channel
 * to it closes and the service ends itself, first asked, after 10 s made to.
 */
process.once('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// the channel alone must not keep a service alive that has finished
process.channel?.unref();
