/** What the service publishes, as TAP_SCHEMA tells it: {@link org.dapple.tap.schema.TapSchema}, an immutable snapshot. */
package org.dapple.tap.schema;
