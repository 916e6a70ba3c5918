/** XML written straight into bytes: {@link org.dapple.dali.xml.XmlOutput}. */
package org.dapple.dali.xml;
