/// Files that people hand over or take away: bounded when read, never overwritten when made.
package io.belay.app.file;
