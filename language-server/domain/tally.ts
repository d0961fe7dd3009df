import { totalOf } from './budget.js';
import { Money } from './money.js';
import type { Project } from './plan.js';

/** How many projects there are, and what they cost together: follows as they come and go. */
export class Tally {
    projects = 0;
    withoutFunds = 0;
    /** Projects with something that cannot be read: amounts may be missing from the sum. */
    unreadable = 0;
    sum = Money.zero;

    add(project: Project): this {
        const total = totalOf(project);
        if (total) this.sum = this.sum.plus(total);
        return this.count(project, 1);
    }

    remove(project: Project): this {
        const total = totalOf(project);
        if (total) this.sum = this.sum.minus(total);
        return this.count(project, -1);
    }

    plus(other: Tally): Tally {
        const both = new Tally();
        both.projects = this.projects + other.projects;
        both.withoutFunds = this.withoutFunds + other.withoutFunds;
        both.unreadable = this.unreadable + other.unreadable;
        both.sum = this.sum.plus(other.sum);
        return both;
    }

    private count(project: Project, one: 1 | -1): this {
        this.projects += one;
        if (!totalOf(project)) this.withoutFunds += one;
        if (project.issues.length > 0) this.unreadable += one;
        return this;
    }
}
