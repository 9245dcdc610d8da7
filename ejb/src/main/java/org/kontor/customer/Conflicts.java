package org.kontor.customer;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** What the database refuses, in the user's words. */
final class Conflicts {

    private Conflicts() {}

    /** The refusal that a constraint stands for; anything else is an error of Kontor's own and is passed on as such. */
    static RuntimeException of(Exception failure) {
        String message = messages(failure);
        if (message.contains("customer_account_number_key")) {
            return conflict(
                    "accountNumber",
                    "ACCOUNT_NUMBER_TAKEN",
                    "Choose another account number; a customer of this company entity has this one.");
        }
        if (message.contains("external_id_key")) {
            return conflict(
                    "externalIds",
                    "EXTERNAL_ID_TAKEN",
                    "Remove the external id, or open the customer that has it: each belongs to one customer only.");
        }
        if (message.contains("customer_parent_id_fkey")) {
            return AppException.invalid("parentId", "PARENT_UNKNOWN", "Choose a parent that exists.");
        }
        return new IllegalStateException("The database refused a customer", failure);
    }

    private static AppException conflict(String field, String code, String message) {
        return new AppException(ErrorKind.CONFLICT, code, message, List.of(new FieldError(field, code, message)));
    }

    private static String messages(Exception failure) {
        StringBuilder messages = new StringBuilder();
        @Nullable Throwable cause = failure;
        while (cause != null) {
            messages.append(cause.getMessage()).append('\n');
            if (cause instanceof SQLException sql && sql.getNextException() != null) {
                messages.append(sql.getNextException().getMessage()).append('\n');
            }
            cause = cause.getCause();
        }
        return messages.toString();
    }
}
