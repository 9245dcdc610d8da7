-- Until now no customer saw a file of its record in the portal, whatever was said of it: what is there stays with staff until somebody shares it.
update attachment set internal = true, version = version + 1
where not internal and document_id is null and signing_id is null;
