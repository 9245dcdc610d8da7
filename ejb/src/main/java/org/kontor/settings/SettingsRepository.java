package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** System tables, company settings and company entities in the database. All of them are short. */
@ApplicationScoped
class SettingsRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    /** All entries of a table in the order of choice, retired ones too. */
    List<SystemTableEntry> entries(SystemTable table) {
        return em.createQuery(
                        "select e from SystemTableEntry e where e.table = :table order by e.position, e.name, e.id",
                        SystemTableEntry.class)
                .setParameter("table", table)
                .getResultList();
    }

    Optional<SystemTableEntry> entry(SystemTable table, long id) {
        return Optional.ofNullable(em.find(SystemTableEntry.class, id)).filter(e -> e.table() == table);
    }

    List<CompanyEntity> entities() {
        return em.createQuery("select e from CompanyEntity e order by e.id", CompanyEntity.class)
                .getResultList();
    }

    Optional<CompanyEntity> entity(long id) {
        return Optional.ofNullable(em.find(CompanyEntity.class, id));
    }

    List<CustomField> customFields() {
        return em.createQuery("select f from CustomField f order by f.owner, f.position, f.label", CustomField.class)
                .getResultList();
    }

    /** Those of an owner in the order of the form, retired ones too. */
    List<CustomField> customFields(CustomFieldOwner owner) {
        return em.createQuery(
                        "select f from CustomField f where f.owner = :owner order by f.position, f.label",
                        CustomField.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    Optional<CustomField> customField(long id) {
        return Optional.ofNullable(em.find(CustomField.class, id));
    }

    CompanySettingRow settings() {
        return em.find(CompanySettingRow.class, CompanySettingRow.ID);
    }

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    /**
     * Writes what was changed.
     *
     * @throws AppException {@link ErrorKind#STALE} when somebody else did so meanwhile; {@link ErrorKind#CONFLICT} for a name
     *     or a code that was taken meanwhile, or an entry that was chosen meanwhile
     */
    void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw AppException.stale();
        } catch (PersistenceException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("violates foreign key")) {
                throw new AppException(
                        ErrorKind.CONFLICT, "IN_USE", "Retire it instead of deleting it: it was chosen just now.");
            }
            if (message.contains("violates unique")) {
                throw new AppException(
                        ErrorKind.CONFLICT, "NAME_TAKEN", "Choose another name or code: somebody took it just now.");
            }
            throw e;
        }
    }
}
