-- Keys end with their owner, for good: those of users who are inactive now do not work again when their owner comes back.
update api_key k set revoked_at = now(), version = version + 1
where revoked_at is null and exists (select 1 from app_user u where u.id = k.user_id and not u.active);
