// java -cp VERAPDF Check.java FLAVOUR,FLAVOUR FILE...
// Validates files with the library of veraPDF; prints a line for each rule that is broken, and how
// many checks were made of each file.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Check {
    public static void main(String[] given) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        for (int place = 1; place < given.length; place++) {
            for (String name : given[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
                try (InputStream file = new FileInputStream(given[place]);
                        PDFAParser parser = foundry.createParser(file, flavour)) {
                    tell(given[place], name, foundry.createValidator(flavour, false).validate(parser));
                }
            }
        }
    }

    private static void tell(String file, String flavour, ValidationResult result) {
        Map<String, String> broken = new TreeMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, one.getMessage() + " " + one.getLocation().getContext());
            }
        }
        broken.forEach((rule, said) -> System.out.println("fault " + flavour + " " + rule + " " + said));
        String verdict = result.isCompliant() ? "passed " : "failed ";
        System.out.println(verdict + flavour + " " + result.getTotalAssertions() + " " + file);
    }
}
