/** Threads that keep something going by doing the same again and again: {@link org.dapple.tap.pulse.Pulse}. */
package org.dapple.tap.pulse;
