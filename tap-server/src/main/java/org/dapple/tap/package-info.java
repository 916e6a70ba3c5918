/** The TAP service; {@link org.dapple.tap.Wiring} puts its parts together. */
package org.dapple.tap;
