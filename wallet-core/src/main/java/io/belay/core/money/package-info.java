/// Amounts with their units. A bare number is never money here.
package io.belay.core.money;
