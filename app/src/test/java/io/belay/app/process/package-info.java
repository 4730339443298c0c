/// Tests of the finished program: real processes, real signals, one real data directory.
package io.belay.app.process;
