package org.kontor.kiosk;

import java.util.List;
import org.kontor.medical.MedicalQuestionView;

/**
 * What the screen of a kiosk is made of.
 *
 * @param idleSeconds after how many seconds without a touch it forgets what was typed
 * @param questions medical questions to ask, in order; empty when it asks none
 */
public record KioskScreen(int idleSeconds, List<MedicalQuestionView> questions) {}
