package relevo.observation;

/** What an instance is for. The topology says it; the balancer's own server list confirms it. */
public enum Role {
    BALANCER, PRODUCTION, BACKUP
}
