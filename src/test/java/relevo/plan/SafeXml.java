package relevo.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import relevo.observation.PlanDescription.Reading;
import relevo.words.Shown;

/** Reads XML that somebody else wrote: no declarations, so that there are no entities and nothing is fetched. */
final class SafeXml {

    private static final String NO_DECLARATIONS = "http://apache.org/xml/features/disallow-doctype-decl";
    /** Deeper than any plan that a person draws, and shallow enough to be walked by recursion. */
    private static final String DEEPEST = "150";

    /** Why it could not be read. */
    static final class Unreadable extends Exception {

        private final transient Reading reading;

        Unreadable(Reading reading, String message) {
            super(message);
            this.reading = reading;
        }

        Reading reading() {
            return reading;
        }
    }

    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {
            // Nobody reads it.
        }

        @Override
        public void error(SAXParseException invalid) throws SAXException {
            throw invalid;
        }

        @Override
        public void fatalError(SAXParseException malformed) throws SAXException {
            throw malformed;
        }
    };

    private SafeXml() {
    }

    static Document parse(byte[] xml) throws Unreadable {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(SILENT);
            builder.setEntityResolver((name, address) -> {
                throw new SAXException("nothing is fetched");
            });
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException malformed) {
            // The parser's sentence is in the machine's language; that it is about a declaration shows only by the name.
            boolean declares = String.valueOf(malformed.getMessage()).contains("DOCTYPE");
            throw new Unreadable(declares ? Reading.DECLARES_ENTITIES : Reading.NOT_XML, "line " + malformed.getLineNumber());
        } catch (SAXException | IOException malformed) {
            throw new Unreadable(Reading.NOT_XML, Shown.of(String.valueOf(malformed.getMessage())));
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DECLARATIONS, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException lacking) {
            throw new IllegalStateException("this Java's XML parser cannot be made safe", lacking);
        }
    }
}
