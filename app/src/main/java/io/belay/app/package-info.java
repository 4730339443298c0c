/// Where the program starts and is put together: the only package that sees all others.
package io.belay.app;
