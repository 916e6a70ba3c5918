/** What a service says about itself (VOSI 1.1): {@link org.dapple.dali.vosi.Capabilities}, {@link org.dapple.dali.vosi.Availability} and {@link org.dapple.dali.vosi.TableSet}. */
package org.dapple.dali.vosi;
