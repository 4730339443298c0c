/// Payments that links from outside ask for: told, and filled into a form; never signed or sent.
package io.belay.app.link;
